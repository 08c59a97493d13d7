import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Frame } from './frame.js';
import { NotFound } from '../parts/states.js';
import { OverviewView } from '../views/overview.js';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewView });

export const router = createRouter({
  routeTree: root.addChildren([overview]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
