// What a reader has to load for a page, with the figure that can be moved, not packed; what its HTML weighs without its formulas, and as it is sent. A formula takes
// about a kilobyte of spans that repeat themselves, so the HTML of a chapter is large and packs well: both are measured, since the
// one is what a slow phone has to build, and the other what a slow network has to carry.

import { gzipSync } from 'node:zlib';
import { chapters, forEach, open } from '../site.mjs';

const KB = 1000;
const BUDGETS = {
    'everything that the page loads': 750 * KB,
    'its HTML without the formulas': 150 * KB,
    'its HTML, packed': 60 * KB,
    'scripts of our own': 30 * KB,
};

export async function run({ browser, address, pages, fault }) {
    const weights = [];
    await forEach(chapters(pages), async page => {
        // A context of its own: nothing is in its cache.
        const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
        const loads = [];
        context.on('response', response => loads.push(response.body().then(body => ({ url: response.url(), body }))));
        const tab = await open(context, address, page, fault);
        for (const figure of await tab.locator('[data-widget]').all()) {
            await figure.scrollIntoViewIfNeeded();
            await tab.waitForSelector('.nn-moves', { timeout: 20000 });
        }
        await tab.waitForLoadState('networkidle');
        const bodies = await Promise.all(loads);
        const html = bodies.find(({ url }) => url === address + page).body;
        const without = await tab.evaluate(source => {
            const parsed = new DOMParser().parseFromString(source, 'text/html');
            parsed.querySelectorAll('.katex').forEach(formula => formula.remove());
            return new TextEncoder().encode(parsed.documentElement.outerHTML).length;
        }, html.toString('utf8'));
        const ours = bodies.filter(({ url }) => /\/theme\/.*\.(js|mjs)$/.test(url));
        const sum = list => list.reduce((total, { body }) => total + body.length, 0);
        const measured = [sum(bodies), without, gzipSync(html).length, sum(ours)];
        Object.entries(BUDGETS).forEach(([what, budget], at) => {
            if (measured[at] > budget) fault(page, `${what}: ${kb(measured[at])} of ${kb(budget)}`);
        });
        weights.push({ page, html: html.length, measured });
        await context.close();
    });
    weights.sort((a, b) => b.measured[0] - a.measured[0]);
    const [{ page, html, measured }] = weights;
    return `heaviest ${page}: ${kb(measured[0])} in all, HTML ${kb(html)}, ${kb(measured[1])} without formulas, ${kb(measured[2])} packed, own script ${kb(measured[3])}`;
}

const kb = bytes => `${(bytes / KB).toFixed(bytes < 10 * KB ? 1 : 0)} kB`;
