// British spelling, in the pages, the README and the hints; and no word that tells a reader that the fault is theirs.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = ['README.md', 'book/src/**/*.md', 'exercises/*/hints/*.md'];

export async function run({ root, fault }) {
    const here = dirname(dirname(fileURLToPath(import.meta.url)));
    const cspell = join(here, 'node_modules/cspell/bin.mjs');
    const parts = ['lint', '--config', join(here, 'cspell.json'), '--root', root, '--no-progress', '--no-color', '--show-suggestions', '--gitignore', ...FILES];
    const { code, stdout, stderr } = await new Promise(done => {
        execFile(process.execPath, [cspell, ...parts], { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }));
    });
    for (const line of stdout.split('\n')) {
        const [, file, place, what] = line.match(/^(.*?):(\d+):\d+ - (.*)$/) ?? [];
        if (file) fault(`${file}:${place}`, `${what}. A right word belongs in book/browser/words.txt`);
    }
    const sum = stderr.match(/Files checked: (\d+)/);
    if (!sum || (code !== 0 && stdout.trim() === '')) fault('cspell', stderr.trim() || `it ended with ${code}`);
    return `${sum?.[1] ?? 0} files, British English`;
}
