// The pages that the grader writes for a class and for each student: they look as they should, like those of the book.

import { serve } from '../server.mjs';
import { pagesOf } from '../site.mjs';
import * as looks from './looks.mjs';

export async function run(job) {
    return looks.run({ ...job, address: await serve(job.reports, '/'), pages: pagesOf(job.reports) });
}
