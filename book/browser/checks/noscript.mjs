// Without JavaScript: all text is there (the check `quizzes` chooses answers), hints can be unfolded, the contents can
// be reached, nothing is too wide.

import { chapters, forEach, open } from '../site.mjs';

export async function run({ browser, address, pages, fault }) {
    const withScript = await browser.newContext();
    for (const [width, height] of [[390, 844], [1100, 900]]) {
        const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height } });
        await forEach(chapters(pages), async page => {
            const where = `${page} (without JavaScript, ${width} px)`;
            const tab = await context.newPage();
            await tab.goto(address + page, { waitUntil: 'load' });
            const seen = await tab.evaluate(() => ({
                words: document.querySelector('main').textContent.replace(/\s+/g, ' ').trim(),
                hidden: [...document.querySelectorAll('main :is(h1, h2, h3, p, li, table, svg, pre)')]
                    // What to try with a figure is said where it can be moved; the reason for a choice, where it is
                    // made.
                    .filter(element => !element.closest('details:not([open]), .nn-try, .nn-why') && !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
                    .map(element => element.textContent.trim().slice(0, 40)),
                wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            }));
            for (const text of seen.hidden) fault(where, `not seen: ${text}`);
            if (seen.wide > 0) fault(where, `the page is ${seen.wide} px wider than the screen`);
            if (!await tab.locator('a.nn-contents').isVisible()) fault(where, 'no link leads to the contents');
            const summary = tab.locator('main summary').first();
            if (await summary.count() > 0) {
                await summary.click();
                if (await tab.locator('main details').first().getAttribute('open') === null) fault(where, 'an answer does not unfold');
            }
            if (width === 1100) {
                const other = await open(withScript, address, page, fault);
                const words = await other.evaluate(() => {
                    // What a figure adds so that it can be moved is no text.
                    document.querySelectorAll('.nn-widget, [data-added]').forEach(added => added.remove());
                    return document.querySelector('main').textContent.replace(/\s+/g, ' ').trim();
                });
                if (words !== seen.words) fault(where, 'the text is not the one that is shown with JavaScript');
                await other.close();
            }
            await tab.close();
        });
        const tab = await context.newPage();
        await tab.goto(`${address}toc.html`, { waitUntil: 'load' });
        const links = await tab.evaluate(() => [...document.querySelectorAll('a[href]')].map(link => link.href));
        for (const page of chapters(pages)) {
            if (!links.includes(address + page)) fault('toc.html', `the contents do not lead to ${page}`);
        }
        await context.close();
    }
    await withScript.close();
    return `${chapters(pages).length} pages`;
}
