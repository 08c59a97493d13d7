import { Box, Button, Group, Text } from '@mantine/core';
import { createColumnHelper, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { wholeList, type List } from '../api/list.js';
import type { Query } from '../api/request.js';
import { csvRow } from './csv.js';
import classes from './data-table.module.css';
import { save } from './save.js';
import { Empty, Failure, Loading } from './states.js';

/** A column: what a row shows in it, and the same as text for a spreadsheet. */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** CSS length or `fr` of the grid. */
  readonly width: string;
  readonly text: (row: T) => string;
  readonly cell?: (row: T) => ReactNode;
  readonly right?: boolean;
  /** The value of the list's `sort` for each direction. */
  readonly sort?: { readonly up: string; readonly down?: string };
}

interface Props<T> {
  /** What the rows are, in the plural: "findings". */
  readonly what: string;
  /** Path of the list in the API, with what it is asked for: the CSV holds the whole of it. */
  readonly path: string;
  readonly asked: Query;
  readonly list: List<T>;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly empty: ReactNode;
  /** Stands left of the count: filters. */
  readonly children?: ReactNode;
  /** Stands beside what saves the list. */
  readonly actions?: ReactNode;
}

const ROW = 32;
const features = tableFeatures({});

/**
 * A list of any length as a table of which only the rows in sight are drawn. Arrow keys and `j`/`k` go from row to row,
 * Enter opens one.
 */
export function DataTable<T extends object>(props: Props<T>) {
  const { what, path, asked, list, columns, rowKey, onOpen, sort, onSort, empty, children, actions } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map(({ id, title, text }) => helper.accessor(text, { id, header: title })) as ColumnDef<
      typeof features,
      T
    >[];
  }, [columns]);
  const table = useTable({ features, columns: definitions, data: list.rows, getRowId: rowKey });
  const rows = table.getRowModel().rows;
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const virtual = useVirtualizer({
    count: rows.length + (list.hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  const { isFetchingNextPage, fetchNextPage, error, isPending, refetch } = list.query;
  useEffect(() => {
    // Two screens ahead, so that whoever scrolls does not wait.
    if (list.hasMore && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [last, rows.length, list.hasMore, isFetchingNextPage, fetchNextPage]);

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setCurrent(next);
    virtual.scrollToIndex(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(current + 1),
      j: () => go(current + 1),
      ArrowUp: () => go(current - 1),
      k: () => go(current - 1),
      PageDown: () => go(current + 20),
      PageUp: () => go(current - 20),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      Enter: () => {
        const row = rows[current]?.original;
        if (row !== undefined) onOpen?.(row);
      },
    };
    const move = moves[event.key];
    if (move === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    move();
  };
  const template = columns.map(({ width }) => width).join(' ');
  return (
    <Box className={classes['table'] ?? ''}>
      <Group px="sm" py={6} gap="xs" wrap="wrap">
        {children}
        <Box flex={1} />
        <Text size="sm" c="dimmed" aria-live="polite">
          {list.total === null
            ? ''
            : `${list.total.toLocaleString('en')} ${list.total === 1 ? what.replace(/s$/, '') : what}`}
        </Text>
        {actions}
        <CsvButton name={what} path={path} asked={asked} columns={columns} />
      </Group>
      <div
        ref={scroller}
        className={classes['scroller'] ?? ''}
        role="grid"
        aria-label={what}
        aria-rowcount={(list.total ?? rows.length) + 1}
        aria-activedescendant={rows.length > 0 ? `row-${rows[current]?.id ?? ''}` : undefined}
        tabIndex={0}
        onKeyDown={onKey}
      >
        <div
          className={classes['head'] ?? ''}
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
        >
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              data-right={column.right}
              aria-sort={sorting(column, sort)}
            >
              {column.sort !== undefined && onSort !== undefined ? (
                <button type="button" onClick={() => onSort(nextSort(column.sort ?? { up: '' }, sort))}>
                  {column.title}
                  <span aria-hidden>{arrow(column, sort)}</span>
                </button>
              ) : (
                column.title
              )}
            </div>
          ))}
        </div>
        {isPending ? (
          <div role="row">
            <div role="gridcell">
              <Loading what={what} />
            </div>
          </div>
        ) : rows.length === 0 ? (
          <div role="row">
            <div role="gridcell">
              <Empty title={`No ${what}`}>{empty}</Empty>
            </div>
          </div>
        ) : (
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {inSight.map(({ index, start, size }) => {
              const row = rows[index];
              return (
                <div
                  key={row?.id ?? 'more'}
                  id={`row-${row?.id ?? 'more'}`}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={index === current}
                  className={classes['row'] ?? ''}
                  style={{ gridTemplateColumns: template, height: size, transform: `translateY(${start}px)` }}
                  onClick={() => {
                    setCurrent(index);
                    if (row !== undefined) onOpen?.(row.original);
                  }}
                >
                  {row === undefined ? (
                    <div role="gridcell">…</div>
                  ) : (
                    row.getAllCells().map(({ id, column: { id: name } }) => {
                      const column = byId.get(name);
                      return (
                        <div
                          key={id}
                          role="gridcell"
                          data-right={column?.right}
                          title={column?.text(row.original)}
                        >
                          {column?.cell?.(row.original) ?? column?.text(row.original)}
                        </div>
                      );
                    })
                  )}
                </div>
              );
            })}
          </div>
        )}
      </div>
    </Box>
  );
}

function sorting<T>(
  { sort }: Column<T>,
  now: string | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (sort === undefined) return undefined;
  return now === sort.up ? 'ascending' : now === sort.down ? 'descending' : 'none';
}

const arrow = <T,>({ sort }: Column<T>, now: string | undefined): string =>
  sort === undefined || now === undefined ? '' : now === sort.up ? ' ↑' : now === sort.down ? ' ↓' : '';

const nextSort = (
  { up, down = up }: { readonly up: string; readonly down?: string },
  now: string | undefined,
): string => (now === up ? down : up);

/** Saves the whole list, not only what was scrolled to; a second press stops it. */
function CsvButton<T>(props: {
  readonly name: string;
  readonly path: string;
  readonly asked: Query;
  readonly columns: readonly Column<T>[];
}) {
  const { name, path, asked, columns } = props;
  const [written, setWritten] = useState<number | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const write = async (): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    setFailed(null);
    const parts = [csvRow(columns.map(({ title }) => title))];
    try {
      for await (const row of wholeList<T>(path, asked, controller.signal)) {
        parts.push(csvRow(columns.map(({ text }) => text(row))));
        if (parts.length % 1000 === 0) setWritten(parts.length);
      }
      save(`${name}.csv`, new Blob(parts, { type: 'text/csv;charset=utf-8' }));
    } catch (error) {
      if (!controller.signal.aborted) setFailed(error as Error);
    } finally {
      stop.current = null;
      setWritten(null);
    }
  };
  return (
    <Button
      size="compact-xs"
      variant="default"
      title={failed?.message}
      onClick={() => {
        if (stop.current !== null) stop.current.abort();
        else {
          setWritten(0);
          void write();
        }
      }}
    >
      {failed !== null
        ? 'CSV failed: try again'
        : written === null
          ? 'CSV'
          : `Stop (${written.toLocaleString('en')})`}
    </Button>
  );
}
