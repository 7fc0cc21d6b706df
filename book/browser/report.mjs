// What was asked, what was found, and how long it took.

export class Report {
    #faults = 0;
    #started = Date.now();

    // Runs one check, which calls its argument with each fault and returns what it looked at, in words.
    async section(name, check) {
        const started = Date.now();
        const faults = new Map();
        let seen;
        try {
            seen = await check((where, what) => faults.set(what, [...(faults.get(what) ?? []), where]));
        } catch (error) {
            faults.set(`the check itself failed: ${error.stack}`, ['book/browser']);
        }
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        console.log(`${faults.size === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(9)} ${seconds.padStart(5)} s  ${seen ?? ''}`);
        for (const [what, places] of faults) {
            const others = places.length > 1 ? ` (and in ${places.length - 1} more)` : '';
            console.log(`       ${places[0]}${others}: ${what.replaceAll('\n', '\n         ')}`);
        }
        this.#faults += faults.size;
    }

    // The exit status.
    end() {
        const seconds = ((Date.now() - this.#started) / 1000).toFixed(0);
        const sum = this.#faults === 0 ? 'no fault' : this.#faults === 1 ? 'one fault' : `${this.#faults} faults`;
        console.log(`${sum} in ${seconds} s`);
        return this.#faults === 0 ? 0 : 1;
    }
}
