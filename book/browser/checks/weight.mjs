// What a reader has to load for a page and for its moving figure, and its HTML alone: in bytes as a server sends them,
// compressed.

import { gzipSync } from 'node:zlib';
import { chapters, forEach, open } from '../site.mjs';

const KB = 1000;
const BUDGETS = {
    'everything that the page loads': 250 * KB,
    'its HTML': 60 * KB,
    'scripts of our own': 16 * KB,
};

// Fonts are compressed already, and servers leave them as they are.
const sent = ({ url, body }) => (url.endsWith('.woff2') ? body.length : gzipSync(body).length);

export async function run({ browser, address, pages, fault }) {
    const weights = [];
    await forEach(chapters(pages), async page => {
        // A context of its own: nothing is in its cache.
        const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
        const loads = [];
        // What is still under way when the page is closed has no body, and belongs to no page.
        const load = response => response.body().then(body => ({ url: response.url(), body }), () => undefined);
        context.on('response', response => loads.push(load(response)));
        const tab = await open(context, address, page, fault);
        for (const figure of await tab.locator('[data-widget]:not(.nn-hero)').all()) {
            await figure.scrollIntoViewIfNeeded();
            await tab.waitForSelector('.nn-moves', { timeout: 20000 });
        }
        await tab.waitForLoadState('networkidle');
        const bodies = (await Promise.all(loads)).filter(body => body !== undefined);
        const sum = list => list.reduce((total, body) => total + sent(body), 0);
        const measured = [
            sum(bodies),
            sent(bodies.find(({ url }) => url === address + page)),
            sum(bodies.filter(({ url }) => /\/theme\/.*\.(js|mjs)$/.test(url))),
        ];
        Object.entries(BUDGETS).forEach(([what, budget], at) => {
            if (measured[at] > budget) fault(page, `${what}: ${kb(measured[at])} of ${kb(budget)}`);
        });
        weights.push({ page, measured });
        await context.close();
    });
    weights.sort((a, b) => b.measured[0] - a.measured[0]);
    const [{ page, measured }] = weights;
    if (process.env.BOOK_TEST) {
        for (const { page, measured } of weights) console.log(`       ${page}: ${measured.map(kb).join(', ')}`);
    }
    return `heaviest ${page}: ${kb(measured[0])} sent in all, HTML ${kb(measured[1])}, own scripts ${kb(measured[2])}`;
}

const kb = bytes => `${(bytes / KB).toFixed(bytes < 10 * KB ? 1 : 0)} kB`;
