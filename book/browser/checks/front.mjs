// The title page: what to do is in sight at once; the network learns once, for less than five seconds, and then holds
// still; it stands still for those who want less motion, and where there is no script; each chapter has a card.

import { open } from '../site.mjs';

const PAGE = 'index.html';
// In milliseconds: longer and a reader must be able to stop it (WCAG 2.2.2).
const MOST = 5000;

export async function run({ browser, address, fault }) {
    const complain = what => fault(PAGE, what);
    const wide = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await wide.addInitScript(() => {
        window.nnSeen = [];
        document.addEventListener('DOMContentLoaded', () => {
            new MutationObserver(() => window.nnSeen.push(performance.now())).observe(document.querySelector('.nn-hero'), { subtree: true, attributes: true, childList: true });
        });
    });
    const tab = await open(wide, address, PAGE, (_, what) => complain(what));
    for (const part of ['h1', '.nn-start a', '.nn-hero svg']) {
        const box = await tab.locator(`main ${part}`).first().boundingBox();
        if (!box || box.y + box.height > 800) complain(`${part} is not to be seen without scrolling`);
    }
    await tab.waitForSelector('.nn-hero button', { timeout: 20000 });
    const first = await tab.locator('.nn-hero .nn-bands').innerHTML();
    await tab.waitForTimeout(MOST + 2500);
    const seen = await tab.evaluate(() => window.nnSeen);
    // The button and its first picture come together.
    const long = seen.at(-1) - seen.find((_, at) => at > 2);
    if (!(seen.length > 20)) complain(`the network does not learn: ${seen.length} changes`);
    if (long > MOST) complain(`the network moves for ${Math.round(long)} ms`);
    await tab.waitForTimeout(700);
    if ((await tab.evaluate(() => window.nnSeen.length)) !== seen.length) complain('the network does not hold still');
    const learned = await tab.locator('.nn-hero output').textContent();
    if (!/^After \d+ epochs, (\d+) of \1 points/.test(learned)) complain(`not all points are on the right side: ${learned}`);
    await tab.locator('.nn-hero button').click();
    await tab.waitForFunction(before => document.querySelector('.nn-hero .nn-bands').innerHTML !== before, first, { timeout: 5000 })
        .catch(() => complain('the button does not train another network'));
    await wide.close();

    const calm = await browser.newContext({ reducedMotion: 'reduce' });
    const still = await open(calm, address, PAGE, (_, what) => complain(what));
    await still.waitForSelector('.nn-hero button', { timeout: 20000 });
    const drawn = await still.locator('.nn-hero svg').innerHTML();
    await still.waitForTimeout(1500);
    if (await still.locator('.nn-hero svg').innerHTML() !== drawn) complain('it moves for those who want less motion');
    const cards = await still.locator('.nn-cards > li').evaluateAll(cards => cards.map(card => ({
        title: card.querySelector('h3').innerText, link: card.querySelector('a')?.href, picture: card.querySelector('svg path, svg circle') !== null, facts: card.querySelector('.nn-facts').innerText,
    })));
    for (const { title, link, picture, facts } of cards) {
        if (!link) complain(`the card “${title}” leads nowhere`);
        if (!/\d+ min to read/.test(facts)) complain(`the card “${title}” does not say how long the chapter takes: ${facts}`);
        if (!picture) complain(`the card “${title}” has no picture: its chapter's folder has a \`card\` in CODE`);
    }
    await calm.close();

    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(address + PAGE);
    if (!await plain.locator('.nn-hero .nn-bands path').first().isVisible()) complain('without JavaScript the network is not drawn');
    if (await plain.locator('.nn-hero button').count() > 0) complain('without JavaScript there is a button that does nothing');
    await bare.close();
    return `${cards.length} cards; the network learns for ${(long / 1000).toFixed(1)} s and holds still`;
}
