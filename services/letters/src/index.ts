/** letters: see service.ts. Written and read through the rights; it has no routes of its own. */
import { serve } from '@kept/kit';
import { letters } from './service.ts';

export default serve(letters, []);
