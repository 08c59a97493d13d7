import {
  ActionIcon,
  AppShell,
  Anchor,
  Box,
  Burger,
  Group,
  Kbd,
  NavLink,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.js';
import type { CaseSummary } from '../api/types.js';
import { KeyList } from '../parts/key-list.js';
import { SearchBox } from '../parts/search-box.js';
import { useLive } from '../api/live.js';
import { RunState } from '../parts/run-state.js';
import { TimeBar } from '../parts/time-bar.js';
import { Toasts } from '../parts/toasts.js';
import { useKeys } from './keys.js';
import { Mark } from './mark.js';
import { PLACES } from './places.js';

/** What stands around every view: where one is, where one can go, and the search. */
export function Frame() {
  const [navigation, { toggle, close }] = useDisclosure();
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const run = useLive();
  const { data } = useQuery({
    queryKey: ['case'],
    queryFn: ({ signal }) => request<CaseSummary>('/case', {}, { signal }),
  });
  useKeys({
    ...Object.fromEntries(PLACES.map(({ key, path: to }) => [`g ${key}`, () => void navigate({ to })])),
    '/': () => document.getElementById('search')?.focus(),
    '?': openHelp,
  });
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 168, breakpoint: 'sm', collapsed: { mobile: !navigation } }}
      padding={0}
    >
      <a className="skip" href="#view">
        Skip to the view
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger opened={navigation} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
          <Anchor component={Link} to="/" c="inherit" underline="never" className="masthead">
            <Mark />
            <Text fw={600} visibleFrom="xs">
              Tallyman
            </Text>
          </Anchor>
          <Text c="dimmed" truncate visibleFrom="sm">
            {data?.name}
          </Text>
          <Box flex={1} />
          <RunState run={run} />
          <SearchBox />
          <SchemeSwitch />
          <ActionIcon variant="subtle" onClick={openHelp} aria-label="Keys">
            <Kbd size="xs">?</Kbd>
          </ActionIcon>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p={4} component="nav" aria-label="Parts of the desk">
        {PLACES.map(({ path: to, title, key }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={title}
            active={path === to || (to !== '/' && path.startsWith(`${to}/`))}
            aria-keyshortcuts={`g ${key}`}
            onClick={close}
            py={5}
          />
        ))}
        <Box flex={1} />
        <NavLink component="a" href="/report" label="Report" py={5} />
        <NavLink component="a" href="/api/docs" label="HTTP API" py={5} />
      </AppShell.Navbar>
      <AppShell.Main>
        <div id="view" className="view" tabIndex={0} data-scroll-restoration-id="view">
          <TimeBar />
          <Outlet />
        </div>
      </AppShell.Main>
      <Toasts />
      <KeyList opened={help} onClose={closeHelp} />
    </AppShell>
  );
}

/** From what the system asks for to the other one, and back. */
function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = colorScheme === 'auto' ? 'dark' : colorScheme === 'dark' ? 'light' : 'auto';
  return (
    <ActionIcon
      variant="subtle"
      onClick={() => setColorScheme(next)}
      aria-label={`Colours: ${colorScheme}. Change to ${next}`}
      title={`Colours: ${colorScheme}`}
    >
      <span aria-hidden>{colorScheme === 'auto' ? '◐' : colorScheme === 'dark' ? '●' : '○'}</span>
    </ActionIcon>
  );
}
