// Questions with choices: each has one right choice and a reason for each; the reason appears by keyboard and without a
// script. (The check `looks` sees them with a reason shown.)

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters, forEach, open } from '../site.mjs';

export async function run({ browser, address, html, pages, fault }) {
    let questions = 0;
    const asking = chapters(pages).filter(page => readFileSync(join(html, page), 'utf8').includes('class="nn-quiz"'));
    if (asking.length === 0) fault('the book', 'no page asks a question');
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1100, height: 900 } });
    const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await forEach(asking, async page => {
        const tab = await open(context, address, page, fault);
        const quizzes = await tab.locator('.nn-quiz').all();
        for (const quiz of quizzes) await ask(tab, quiz, what => fault(page, what));
        questions += quizzes.length;
        await tab.close();
        await withoutScript(await bare.newPage(), address + page, what => fault(page, what));
    });
    await context.close();
    await bare.close();
    return `${questions} questions on ${asking.length} pages, by keyboard, without a script`;
}

async function ask(tab, quiz, fault) {
    const name = (await quiz.locator('legend').innerText()).slice(0, 40);
    const inputs = await quiz.locator('input').all();
    const shown = () => quiz.locator('.nn-why').evaluateAll(reasons => reasons.map(reason => reason.checkVisibility()));
    if ((await shown()).some(Boolean)) fault(`“${name}” shows a reason before there is a choice`);
    if (await quiz.locator('.nn-right').count() !== 1) fault(`“${name}” does not have one right choice`);
    await inputs[0].focus();
    await tab.keyboard.press('Space');
    for (let at = 0; at < inputs.length; at++) {
        // A group of radio buttons is one stop of the Tab key, and the arrows choose.
        if (at > 0) await tab.keyboard.press('ArrowDown');
        if (!await inputs[at].isChecked()) fault(`the keys do not choose answer ${at + 1} of “${name}”`);
        if ((await shown()).findIndex(Boolean) !== at) fault(`the reason for answer ${at + 1} of “${name}” is not shown`);
        const said = await quiz.locator('[role=status]').textContent();
        if (!/^\s*(Yes|Not quite)\. \S/.test(said)) fault(`a screen reader does not hear the reason for answer ${at + 1} of “${name}”: ${said}`);
    }
}

async function withoutScript(tab, url, fault) {
    await tab.goto(url);
    const quiz = tab.locator('.nn-quiz').first();
    await quiz.locator('label').last().click();
    if (!await quiz.locator('.nn-why').last().isVisible()) fault('without JavaScript a choice shows no reason');
    await tab.close();
}
