// The search finds a term in English and in Russian, where words have many forms, and leads to where it is explained.

import { open } from '../site.mjs';

// What is looked for, and the term of the glossary to which it must lead.
const WORDS = {
    'learning rate': 'learning-rate',
    'скорость обучения': 'learning-rate',
    'gradient descent': 'gradient-descent',
    'градиентный спуск': 'gradient-descent',
    'скоростью обучения': 'learning-rate',
    'градиентного спуска': 'gradient-descent',
    'gradient': 'gradient',
    'градиента': 'gradient',
    'нейроны': 'neuron',
    'скрытых слоёв': 'hidden-layer',
    'ошибок': 'mean-squared-error',
    'cross-entropy': 'cross-entropy',
};

export async function run({ browser, address, fault }) {
    const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const found = [];
    for (const [words, term] of Object.entries(WORDS)) {
        const tab = await open(context, address, 'introduction.html', fault);
        await tab.keyboard.press('/');
        await tab.keyboard.type(words, { delay: 15 });
        // Letters that are not on the keyboard of the test are typed without the key that the search listens to.
        await tab.keyboard.press('End');
        await tab.waitForFunction(words => document.querySelector('#mdbook-searchresults-header').textContent.includes(`'${words}'`), words);
        const links = tab.locator('#mdbook-searchresults a');
        try {
            await links.first().waitFor({ timeout: 5000 });
        } catch {
            fault('the search', `nothing is found for “${words}”`);
            continue;
        }
        found.push(await links.count());
        const glossary = tab.locator(`#mdbook-searchresults a[href*="glossary.html"][href$="#${term}"]`).first();
        if (await glossary.count() === 0) {
            fault('the search', `“${words}” does not lead to its term in the glossary`);
            continue;
        }
        await glossary.click();
        await tab.waitForURL('**/glossary.html?*', { waitUntil: 'load' });
        const marked = await tab.locator('main mark').allTextContents();
        const text = (await tab.locator('main').textContent()).toLowerCase();
        // Other forms of what was looked for are found, and not marked.
        const there = words.split(' ').filter(word => text.includes(word));
        if (!there.every(word => marked.some(text => text.toLowerCase() === word))) {
            fault('the search', `“${words}” is not marked in the glossary`);
        }
        await tab.close();
    }
    await context.close();
    return Object.keys(WORDS).map((words, at) => `“${words}” ${found[at] ?? 0}×`).join(', ');
}
