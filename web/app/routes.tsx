import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { NotFound } from '../parts/states.js';
import { FindingView } from '../views/finding.js';
import { FindingsView, findingsSearch } from '../views/findings.js';
import { OverviewView } from '../views/overview.js';
import { SourceView, sourceSearch } from '../views/source.js';
import { SourcesView, sourcesSearch } from '../views/sources.js';
import { Frame } from './frame.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewView });
const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  component: FindingsView,
  validateSearch: findingsSearch,
});
const finding = createRoute({ getParentRoute: () => root, path: '/findings/$id', component: FindingView });

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: SourcesView,
  validateSearch: sourcesSearch,
});
const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$id',
  component: SourceView,
  validateSearch: sourceSearch,
});

/** Below which the server gives the desk whatever the rest of the address says. */
const BASE = '/desk';
if (location.pathname === '/') history.replaceState(null, '', `${BASE}/${location.search}${location.hash}`);

export const router = createRouter({
  basepath: BASE,
  routeTree: root.addChildren([overview, findings, finding, sources, source]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
