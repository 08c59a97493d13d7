import { Alert, useComputedColorScheme } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { request } from '../api/request.js';
import type { CaseMap } from '../api/types.js';
import { canDrawMaps, Globe, PALETTES } from '../parts/globe.js';
import { thingsOf } from '../parts/map-things.js';
import { Failure, Loading } from '../parts/states.js';
import { MapList } from './map-list.js';
import classes from './map.module.css';

const route = getRouteApi('/map');

/** Where things went, were hit and were seized, with the same as a list beside it. */
export function MapView() {
  const { from, until, thing } = route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['map', from, until],
    queryFn: ({ signal }) => request<CaseMap>('/map', { from, to: until }, { signal }),
    placeholderData: keepPreviousData,
  });
  const things = useMemo(() => (data === undefined ? [] : thingsOf(data)), [data]);
  const pick = (key: string | undefined): void =>
    void navigate({ to: '/map', search: { from, until, thing: key }, replace: true });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the map" />;
  return (
    <div className={classes['map']}>
      <Picture shown={data} things={things} thing={thing} onPick={pick} />
      <MapList things={things} current={thing} onPick={pick} />
    </div>
  );
}

interface PictureProps {
  readonly shown: CaseMap;
  readonly things: ReturnType<typeof thingsOf>;
  readonly thing: string | undefined;
  readonly onPick: (key: string) => void;
}

function Picture({ shown, things, thing, onPick }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  });
  const scheme = useComputedColorScheme('light');
  const [able] = useState(canDrawMaps);
  const [globe, setGlobe] = useState<Globe | null>(null);
  useEffect(() => {
    if (!able || place.current === null) return undefined;
    const made = new Globe(place.current, PALETTES[scheme], (key) => picked.current(key));
    setGlobe(made);
    return () => made.remove();
  }, [able, scheme]);
  useEffect(() => void globe?.show(shown), [globe, shown]);
  useEffect(() => {
    const chosen = things.find(({ key }) => key === thing);
    if (chosen === undefined || chosen.bounds === null) void globe?.unchoose();
    else void globe?.choose(chosen.sort, chosen.key.slice(chosen.sort.length + 1), chosen.bounds);
  }, [globe, thing, things]);
  return (
    <div className={classes['canvas']}>
      {able ? (
        <div ref={place} role="group" aria-label="Map; the list beside it has the same" />
      ) : (
        <Alert m="md" color="yellow" variant="light" title="This browser draws no maps">
          It has no WebGL. The list has all that the map would show.
        </Alert>
      )}
      {able && (
        <ul className={`legend ${classes['legend']}`} aria-label="Legend">
          {(['observed', 'inferred', 'claimed'] as const).map((basis) => (
            <li key={basis} className="basis" data-basis={basis}>
              {basis}
            </li>
          ))}
          <li>
            <span style={{ background: 'var(--denied)', borderRadius: 9 }} />
            strike
          </li>
          <li>
            <span style={{ background: 'var(--inferred)', borderRadius: 9 }} />
            seizure
          </li>
        </ul>
      )}
    </div>
  );
}
