import { z } from 'zod';

/** What the address of the map carries: the thing that is looked at, as `route ID`, `strike ID` and so on. */
export const mapSearch = z.object({ thing: z.string().optional().catch(undefined) });
