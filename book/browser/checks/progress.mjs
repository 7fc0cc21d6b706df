// What has been read and answered is remembered in the browser, shown by shape and in words, and forgotten on demand.

import { open } from '../site.mjs';

export async function run({ browser, address, pages, fault }) {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1100, height: 900 } });
    const finder = await open(context, address, 'index.html', fault);
    const numbered = await finder.locator('#mdbook-sidebar .chapter-link-wrapper > a:has(strong)').evaluateAll(links => links.map(link => link.href));
    let page;
    for (const candidate of numbered.map(href => href.slice(address.length)).filter(href => pages.includes(href))) {
        await finder.goto(address + candidate);
        if (await finder.locator('.nn-quiz').count() > 0) {
            page = candidate;
            break;
        }
    }
    await finder.evaluate(() => localStorage.clear());
    await finder.close();
    if (!page) {
        fault('the book', 'no page of a chapter asks a question');
        return '';
    }

    const tab = await open(context, address, page, fault);
    const state = () => tab.evaluate(page => {
        const link = [...document.querySelectorAll('#mdbook-sidebar .chapter-link-wrapper > a:has(strong)')].find(link => link.href.endsWith(page));
        return `${link.parentElement.querySelector('.nn-tick').dataset.state}:${link.querySelector('.nn-unseen').textContent.trim()}`;
    }, page);
    const must = async (expected, what) => {
        try {
            await tab.waitForFunction(({ page, expected }) => [...document.querySelectorAll('#mdbook-sidebar .chapter-link-wrapper > a:has(strong)')]
                .find(link => link.href.endsWith(page)).parentElement.querySelector('.nn-tick').dataset.state === expected, { page, expected }, { timeout: 3000 });
        } catch {
            fault(page, `${what}: the contents say ${await state()}, and not ${expected}`);
        }
    };
    const forget = tab.locator('.nn-forget');
    await must('open', 'before anything is read');
    if (await forget.isVisible()) fault(page, 'there is nothing to forget, and a button to do so');
    await tab.locator('.nn-quiz').first().locator('label').last().click();
    await must('part', 'after one answer');
    for (const quiz of await tab.locator('.nn-quiz').all()) await quiz.locator('label').first().click();
    await tab.locator('.nn-next').scrollIntoViewIfNeeded();
    await must('done', 'at the end, all answered');
    if (await state() !== 'done:(read)') fault(page, `what the tick means is not said in words: ${await state()}`);
    await tab.reload();
    await must('done', 'after a reload');
    if (!await tab.locator('.nn-quiz').first().locator('.nn-why').first().isVisible()) fault(page, 'an answer is forgotten');
    await tab.goto(`${address}index.html`);
    if (!await tab.locator('.nn-cards .nn-pages').first().isVisible()) fault('index.html', 'the card does not say that a page is read');
    await tab.goto(address + page);
    await forget.click();
    await must('open', 'after forgetting');
    if (await tab.locator('.nn-quiz :checked').count() > 0) fault(page, 'an answer stays after forgetting');
    if (await tab.evaluate(() => localStorage.getItem('nn-progress')) !== null) fault(page, 'something is still kept after forgetting');
    await context.close();

    // A browser that keeps nothing shows the page all the same.
    const strict = await browser.newContext();
    await strict.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('not here'); } }));
    const without = await strict.newPage();
    without.on('pageerror', error => fault(page, `without storage a script fails: ${error.message}`));
    await without.goto(address + page);
    await without.locator('.nn-quiz').first().locator('label').first().click();
    if (!await without.locator('.nn-quiz').first().locator('.nn-why').first().isVisible()) fault(page, 'without storage a choice shows no reason');
    await strict.close();
    return `remembered, shown, forgotten, on ${page}`;
}
