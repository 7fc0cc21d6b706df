// On a laptop no code is cut off at its right; on a phone no table of symbols and no signature of a task.

import { chapters, forEach, open } from '../site.mjs';

const VIEWS = [
    { width: 1280, height: 800, what: 'main pre > code' },
    { width: 390, height: 844, what: 'main :is(.nn-symbols, .nn-rows), main .nn-exercise > pre > code' },
];

export async function run({ browser, address, pages, fault }) {
    let count = 0;
    for (const { width, height, what } of VIEWS) {
        const context = await browser.newContext({ viewport: { width, height } });
        await forEach(chapters(pages), async page => {
            const tab = await open(context, address, page, fault);
            await tab.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
            const seen = await tab.evaluate(what => [...document.querySelectorAll(what)].map(element => {
                const box = element.closest('.table-wrapper') ?? element.querySelector('.table-wrapper') ?? element;
                return { over: box.scrollWidth - box.clientWidth, text: element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60) };
            }), what);
            count += seen.length;
            for (const { over, text } of seen) if (over > 1) fault(`${page} (${width} px)`, `${over} px are cut off of: ${text}`);
            await tab.close();
        });
        await context.close();
    }
    return `${count} blocks of code, signatures and tables of symbols`;
}
