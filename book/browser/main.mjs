// Asks a real browser whether everybody can read the book. `cargo xtask book test` builds the pages, and starts this
// with the path of a job: the folder with the pages, the path below which to serve them, the browser, the formulas.

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Report } from './report.mjs';
import { serve } from './server.mjs';
import { pagesOf } from './site.mjs';
import * as controls from './checks/controls.mjs';
import * as formulas from './checks/formulas.mjs';
import * as front from './checks/front.mjs';
import * as keyboard from './checks/keyboard.mjs';
import * as letters from './checks/letters.mjs';
import * as links from './checks/links.mjs';
import * as looks from './checks/looks.mjs';
import * as missing from './checks/missing.mjs';
import * as noscript from './checks/noscript.mjs';
import * as print from './checks/print.mjs';
import * as redirects from './checks/redirects.mjs';
import * as progress from './checks/progress.mjs';
import * as quizzes from './checks/quizzes.mjs';
import * as reports from './checks/reports.mjs';
import * as search from './checks/search.mjs';
import * as spelling from './checks/spelling.mjs';
import * as weight from './checks/weight.mjs';
import * as width from './checks/width.mjs';
import * as widgets from './checks/widgets.mjs';

const CHECKS = { spelling, weight, letters, links, redirects, width, looks, front, quizzes, progress, keyboard, controls, search, noscript, print, missing, widgets, formulas, reports };

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const only = process.env.BOOK_TEST?.split(',');
const address = await serve(job.html, job.base);
const browser = await chromium.launch({
    executablePath: job.browser,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
});
const report = new Report();
try {
    for (const [name, check] of Object.entries(CHECKS)) {
        if (!only || only.includes(name)) {
            await report.section(name, fault => check.run({ ...job, address, browser, pages: pagesOf(job.html), fault }));
        }
    }
} finally {
    await browser.close();
}
if (only) console.log(`only ${only.join(', ')}: the variable BOOK_TEST says so`);
process.exitCode = report.end();
