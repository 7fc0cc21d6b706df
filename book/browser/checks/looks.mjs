// Every page, light and dark, narrow and wide: axe finds nothing, nothing is wider than the screen, no script fails,
// nothing is loaded from elsewhere. What is folded is looked at too.

import axe from 'axe-core';
import { forEach, open } from '../site.mjs';

const WIDTHS = { 390: 844, 1100: 900 };

export async function run({ browser, address, pages, fault }) {
    const views = ['light', 'dark'].flatMap(scheme => Object.entries(WIDTHS).map(([width, height]) => ({ scheme, width: +width, height })));
    for (const { scheme, width, height } of views) {
        const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce', viewport: { width, height } });
        await forEach(pages, async page => {
            const where = `${page} (${scheme}, ${width} px)`;
            const tab = await open(context, address, page, (_, what) => fault(where, what));
            for (const element of await tab.evaluate(tooWide)) fault(where, `wider than the screen: ${element}`);
            await tab.evaluate(() => {
                document.querySelectorAll('details').forEach(details => { details.open = true; });
                document.querySelectorAll('.nn-quiz input').forEach(input => input.click());
            });
            for (const element of await tab.evaluate(tooWide)) fault(where, `wider than the screen, unfolded: ${element}`);
            await tab.evaluate(axe.source);
            const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            for (const { id, help, nodes } of violations) {
                const [first] = nodes;
                const why = [...first.any, ...first.all, ...first.none][0]?.message ?? '';
                fault(where, `axe ${id}: ${help}; ${nodes.length} times, first ${first.target.join(' ')}: ${why}`);
            }
            await tab.close();
        });
        await context.close();
    }
    return `${pages.length} pages in ${views.length} views: axe ${axe.version}, overflow, console, requests`;
}

// What makes the page scroll sideways, or is cut off at its edge.
function tooWide() {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = element => {
        // What is cut off further out than in the text is lost.
        for (let at = element; at && at.localName !== 'main'; at = at.parentElement) {
            if (getComputedStyle(at).overflowX !== 'visible') return true;
        }
        return false;
    };
    const found = [...document.querySelectorAll('main *')].filter(element =>
        element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element));
    const names = found.slice(0, 3).map(element => `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`);
    return scrollWidth > clientWidth && names.length === 0 ? [`the page, by ${scrollWidth - clientWidth} px`] : names;
}
