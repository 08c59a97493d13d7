/** `npm run build`: compiles `src/` to `dist/` where it changed. */
import { build, checkNode } from './steps.mjs';

checkNode();
build();
