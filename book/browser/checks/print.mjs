// The book in one piece, on paper: every page is in it, nothing stands twice under one name, menus are gone, nothing is
// cut off.

import { chapters, open } from '../site.mjs';

export async function run({ browser, address, pages, fault }) {
    // A4 at 96 dots an inch, less its margins.
    const context = await browser.newContext({ viewport: { width: 718, height: 1047 } });
    const titles = [];
    for (const page of chapters(pages)) {
        const tab = await open(context, address, page, fault);
        titles.push(await tab.locator('main h1').first().innerText());
        await tab.close();
    }
    const tab = await open(context, address, 'print.html', fault);
    await tab.emulateMedia({ media: 'print' });
    const seen = await tab.evaluate(() => ({
        listed: [...document.querySelectorAll('.nn-paper a')].map(link => document.getElementById(link.hash.slice(1))?.innerText ?? `nothing (${link.hash})`),
        titles: [...document.querySelectorAll('main h1')].map(title => title.innerText),
        menus: ['#mdbook-menu-bar', '#mdbook-sidebar', '.nav-wide-wrapper', '.nn-skip'].filter(menu => document.querySelector(menu)?.checkVisibility() && document.querySelector(menu).innerText.trim() !== ''),
        cut: [...document.querySelectorAll('main pre code, main .nn-formula, main .table-wrapper, main svg')]
            .filter(element => element.checkVisibility() && getComputedStyle(element).whiteSpace !== 'pre-wrap' && element.getBoundingClientRect().left + element.scrollWidth > innerWidth + 1)
            .map(element => element.textContent.trim().slice(0, 60)),
    }));
    for (const title of titles) if (!seen.titles.includes(title)) fault('print.html', `“${title}” is not in it`);
    if (seen.listed.join() !== seen.titles.join()) fault('print.html', `its contents list ${seen.listed.length} of ${seen.titles.length} pages`);
    for (const menu of seen.menus) fault('print.html', `${menu} is printed`);
    for (const text of seen.cut) fault('print.html', `cut off at the edge of the paper: ${text}`);
    const pdf = await tab.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (sheets < titles.length) fault('print.html', `only ${sheets} sheets of paper for ${titles.length} pages`);
    await context.close();
    return `${titles.length} pages on ${sheets} sheets of paper`;
}
