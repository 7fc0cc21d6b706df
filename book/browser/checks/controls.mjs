// What stands around the text, by the keyboard: the link past the contents, the contents, the theme, the search.

import axe from 'axe-core';
import { open } from '../site.mjs';

const PAGE = 'introduction.html';

export async function run({ browser, address, fault }) {
    for (const [width, height] of [[390, 844], [1100, 900]]) {
        const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', viewport: { width, height } });
        const where = `${PAGE} (${width} px)`;
        const tab = await open(context, address, PAGE, (_, what) => fault(where, what));
        const must = async (what, ask, argument) => {
            try {
                await tab.waitForFunction(ask, argument, { timeout: 3000 });
            } catch {
                fault(where, what);
            }
        };
        const clean = async what => {
            await tab.evaluate(axe.source);
            const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            for (const { id, nodes } of violations) fault(where, `axe ${id} with ${what}: ${nodes[0].target.join(' ')}`);
        };

        await tab.keyboard.press('Tab');
        await must('the first stop is not the link past the contents', () => {
            const { top, width } = document.activeElement.getBoundingClientRect();
            return document.activeElement.matches('.nn-skip') && top >= 0 && width > 40;
        });
        await tab.keyboard.press('Enter');
        await tab.keyboard.press('Tab');
        await must('the link past the contents does not lead into the text', () => document.activeElement.closest('main') !== null);

        const contents = '#mdbook-sidebar-toggle';
        const shown = await tab.getAttribute(contents, 'aria-expanded');
        for (const [key, expanded] of [['Enter', shown !== 'true'], ['Space', shown === 'true']]) {
            await tab.focus(contents);
            await tab.keyboard.press(key);
            await must(`${key} on the button of the contents does not say aria-expanded=${expanded}`, value =>
                document.querySelector('#mdbook-sidebar-toggle').getAttribute('aria-expanded') === value, String(expanded));
            await must(`${key} on the button of the contents leaves them ${expanded ? 'hidden' : 'shown'}`, expected => {
                const link = document.querySelector('#mdbook-sidebar a');
                const { left, right } = link.getBoundingClientRect();
                return (link.checkVisibility({ visibilityProperty: true }) && right > 0 && left < innerWidth) === expected;
            }, expanded);
            // The pages of a chapter that is not being read are folded away, in contents that are shown too.
            await must(`${expanded ? 'no link of the contents' : 'links of hidden contents'} can be focused`, expected =>
                [...document.querySelectorAll('#mdbook-sidebar a')].some(link => link.tabIndex >= 0 && link.checkVisibility({ visibilityProperty: true })) === expected, expanded);
        }

        await tab.focus('#mdbook-theme-toggle');
        await tab.keyboard.press('Enter');
        await must('Enter does not open the themes', () => document.querySelector('#mdbook-theme-list').checkVisibility());
        await clean('the themes open');
        await tab.keyboard.press('Escape');
        await must('Escape does not close the themes', () => !document.querySelector('#mdbook-theme-list').checkVisibility());
        await tab.keyboard.press('Enter');
        for (let at = 0; at < 3; at++) {
            if (await tab.evaluate(() => document.activeElement.id === 'mdbook-theme-navy')) break;
            await tab.keyboard.press('ArrowDown');
        }
        await tab.keyboard.press('Enter');
        await must('the arrow keys and Enter do not choose the dark theme', () => document.documentElement.classList.contains('navy'));
        await tab.reload();
        await must('the dark theme is forgotten', () => document.documentElement.classList.contains('navy'));

        // The arrow keys turn the page until they are switched off, and again when they are switched on.
        const turn = async (key, turns) => {
            const before = tab.url();
            await tab.evaluate(() => document.activeElement.blur());
            await Promise.all([turns && tab.waitForURL(url => url.href !== before, { timeout: 3000 }).catch(() => {}), tab.keyboard.press(key)]);
            await tab.waitForTimeout(turns ? 0 : 300);
            if ((tab.url() !== before) !== turns) fault(where, `${key} ${turns ? 'does not turn' : 'turns'} the page`);
            await tab.goto(before);
        };
        const arrows = async checked => {
            await tab.focus('#mdbook-theme-toggle');
            await tab.keyboard.press('Enter');
            for (let at = 0; at < 5 && !await tab.evaluate(() => document.activeElement.matches('.nn-arrows')); at++) await tab.keyboard.press('ArrowDown');
            await tab.keyboard.press('Enter');
            await must(`the switch for the arrow keys does not become ${checked}`, value => document.querySelector('.nn-arrows').ariaChecked === value, checked);
            await clean('the switch for the arrow keys');
            await tab.keyboard.press('Escape');
        };
        await turn('ArrowRight', true);
        await arrows('false');
        await turn('ArrowRight', false);
        await must('the switch for the arrow keys is forgotten', () => document.querySelector('.nn-arrows').ariaChecked === 'false');
        await must('links name keys that are switched off', () => document.querySelector('.nav-chapters[aria-keyshortcuts]') === null);
        await turn('ArrowLeft', false);
        await arrows('true');
        await turn('ArrowLeft', true);

        await tab.keyboard.press('/');
        await must('/ does not lead into the search', () => document.activeElement.id === 'mdbook-searchbar');
        await tab.keyboard.type('gradient', { delay: 20 });
        await must('nothing is found for “gradient”', () => document.querySelectorAll('#mdbook-searchresults li').length > 0);
        await clean('results of a search');
        await tab.keyboard.press('ArrowDown');
        await must('the arrow key does not lead to the first result', () => document.querySelector('#mdbook-searchresults li.focus') !== null);
        await tab.keyboard.press('Escape');
        await must('Escape does not close the search', () => !document.querySelector('#mdbook-searchbar').checkVisibility());
        await context.close();
    }
    return 'the link past the contents, the contents, the themes, the search, by the keyboard';
}
