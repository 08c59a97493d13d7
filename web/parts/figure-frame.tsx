import { Button, Group, Text } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { save } from './save.js';

interface Props {
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly alternative: string;
  /** Makes the picture anew whenever what it depends on changes. */
  readonly draw: (width: number) => SVGElement | HTMLElement;
  readonly on: readonly unknown[];
  /** Name of the files that it is saved as. */
  readonly name: string;
  readonly children?: ReactNode;
}

/** A chart with its caption, as wide as the room there is; it can be saved as SVG and PNG. */
export function FigureFrame({ title, alternative, draw, on, name, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const caption = useId();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const redraw = (): void => {
      const drawn = draw(Math.max(320, element.clientWidth));
      const svg = svgOf(drawn);
      svg?.setAttribute('role', 'img');
      svg?.setAttribute('aria-label', alternative);
      // Plot names its parts by their marks, which says nothing of a picture that has its own words.
      for (const part of drawn.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
      element.replaceChildren(drawn);
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    redraw();
    return () => observer.disconnect();
    // The caller says what the picture depends on.
  }, on);
  const saveAs = async (form: 'svg' | 'png'): Promise<void> => {
    const svg = place.current && svgOf(place.current);
    if (svg) save(`${name}.${form}`, form === 'svg' ? svgBlob(svg) : await pngBlob(svg));
  };
  return (
    <figure className="figure" aria-labelledby={caption}>
      <Group justify="space-between" gap="xs">
        <Text id={caption} component="figcaption" fw={600} size="sm">
          {title}
        </Text>
        <Group gap={4}>
          <Button size="compact-xs" variant="default" onClick={() => void saveAs('svg')}>
            SVG
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => void saveAs('png')}>
            PNG
          </Button>
        </Group>
      </Group>
      <div ref={place} />
      {children}
    </figure>
  );
}

const svgOf = (element: Element): SVGSVGElement | null =>
  element instanceof SVGSVGElement ? element : element.querySelector('svg');

/** The picture as a file of its own: colours that the page gives it are written into it. */
function svgBlob(svg: SVGSVGElement): Blob {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [n, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[n] as Element);
    for (const property of ['fill', 'stroke', 'color', 'font-family', 'font-size'])
      element.setAttribute(property, style.getPropertyValue(property));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

/** At twice the size, on the page's own background. */
async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
  const picture = new Image();
  // A data address: the page's policy allows pictures from nowhere else.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svgBlob(svg).text())}`;
  await picture.decode();
  const { width, height } = svg.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('the picture could not be made')) : resolve(blob),
    );
  });
}
