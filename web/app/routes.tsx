import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Loading, NotFound } from '../parts/states.js';
import { ChecksView, checksSearch } from '../views/checks.js';
import { ClaimView } from '../views/claim.js';
import { ClaimsView, claimsSearch } from '../views/claims.js';
import { EntitiesView, entitiesSearch } from '../views/entities.js';
import { EntityView } from '../views/entity.js';
import { FindingsView, findingsSearch } from '../views/findings.js';
import { mapSearch } from '../views/map-search.js';
import { OverviewView } from '../views/overview.js';
import { ProvisionsView, provisionsSearch } from '../views/provisions.js';
import { ReviewView, reviewSearch } from '../views/review.js';
import { SearchView, searchSearch } from '../views/search.js';
import { SourceView, sourceSearch } from '../views/source.js';
import { SourcesView, sourcesSearch } from '../views/sources.js';
import { StrikeView } from '../views/strike.js';
import { StrikesView } from '../views/strikes.js';
import { timelineSearch } from '../views/timeline-search.js';
import { Frame } from './frame.js';
import { timeSearch } from './time.js';

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: timeSearch,
  // The time that is looked at goes along from view to view.
  search: { middlewares: [retainSearchParams(['from', 'until'])] },
});
const under = { getParentRoute: () => root } as const;

const routes = [
  createRoute({ ...under, path: '/', component: OverviewView }),
  createRoute({ ...under, path: '/findings', component: FindingsView, validateSearch: findingsSearch }),
  createRoute({
    ...under,
    path: '/findings/$id',
    component: lazyRouteComponent(() => import('../views/finding.js'), 'FindingView'),
  }),
  createRoute({ ...under, path: '/claims', component: ClaimsView, validateSearch: claimsSearch }),
  createRoute({ ...under, path: '/claims/$id', component: ClaimView }),
  createRoute({ ...under, path: '/review', component: ReviewView, validateSearch: reviewSearch }),
  createRoute({
    ...under,
    path: '/map',
    component: lazyRouteComponent(() => import('../views/map.js'), 'MapView'),
    validateSearch: mapSearch,
  }),
  createRoute({
    ...under,
    path: '/timeline',
    component: lazyRouteComponent(() => import('../views/timeline.js'), 'TimelineView'),
    validateSearch: timelineSearch,
  }),
  createRoute({ ...under, path: '/strikes', component: StrikesView }),
  createRoute({ ...under, path: '/strikes/$id', component: StrikeView }),
  createRoute({ ...under, path: '/entities', component: EntitiesView, validateSearch: entitiesSearch }),
  createRoute({ ...under, path: '/entities/$id', component: EntityView }),
  createRoute({ ...under, path: '/provisions', component: ProvisionsView, validateSearch: provisionsSearch }),
  createRoute({ ...under, path: '/sources', component: SourcesView, validateSearch: sourcesSearch }),
  createRoute({ ...under, path: '/sources/$id', component: SourceView, validateSearch: sourceSearch }),
  createRoute({ ...under, path: '/checks', component: ChecksView, validateSearch: checksSearch }),
  createRoute({ ...under, path: '/search', component: SearchView, validateSearch: searchSearch }),
] as const;

/** Below which the server gives the desk whatever the rest of the address says. */
const BASE = '/desk';
if (location.pathname === '/') history.replaceState(null, '', `${BASE}/${location.search}${location.hash}`);

export const router = createRouter({
  basepath: BASE,
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading what="the view" />,
  scrollRestoration: true,
  scrollToTopSelectors: ['#view'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
