// What can be done in each state: from the data, if all of the model stands in it, else from whoever serves this page.

/** A model that stands in the page. */
class Whole {
    constructor(space) {
        this.space = space;
        this.rows = [];
        space.states.forEach((told, number) => {
            if (number < space.first) {
                this.rows.push(told);
                return;
            }
            const row = [...this.rows[told[0]]];
            for (let i = 1; i < told.length; i += 2) {
                row[told[i]] = told[i + 1];
            }
            this.rows.push(row);
        });
        this.marked = space.atStates.map(numbers => new Set(numbers));
        this.markedSteps = space.atSteps.map(pairs => {
            const found = new Set();
            for (let i = 0; i < pairs.length; i += 2) {
                found.add(pairs[i] + '/' + pairs[i + 1]);
            }
            return found;
        });
    }

    async node(number) {
        const cells = {};
        this.rows[number].forEach((value, cell) => { cells[CELLS[cell]] = this.space.texts[cell][value]; });
        const told = this.space.moves[number];
        const moves = [];
        for (let i = 0; i < told.length; i += 2) {
            moves.push({
                label: this.space.labels[told[i]],
                to: told[i + 1],
                breaks: this.which(this.markedSteps, number + '/' + i / 2),
            });
        }
        return { number, cells, moves, marks: this.which(this.marked, number) };
    }

    which(sets, key) {
        return sets.flatMap((set, claim) => set.has(key) ? [claim] : []);
    }

    /** The fewest steps from a state to one that breaks a claim; positions of moves, or nothing. */
    async nearest(number) {
        const broken = DATA.findings.flatMap((finding, claim) =>
            finding.kind === 'invariant' || finding.kind === 'deadlock' ? [this.marked[claim]] : []);
        const met = new Map([[number, []]]);
        const queue = [number];
        for (let at = 0; at < queue.length; at++) {
            const told = this.space.moves[queue[at]];
            for (let i = 0; i < told.length; i += 2) {
                const way = [...met.get(queue[at]), i / 2];
                if (broken.some(set => set.has(told[i + 1]))
                    || this.which(this.markedSteps, queue[at] + '/' + i / 2).length) {
                    return way;
                }
                if (!met.has(told[i + 1])) {
                    met.set(told[i + 1], way);
                    queue.push(told[i + 1]);
                }
            }
        }
        return null;
    }
}

/** A model that a server at hand goes through. */
class Served {
    constructor() {
        this.known = new Map();
    }

    async node(number) {
        if (!this.known.has(number)) {
            const answer = await fetch('state?number=' + number + '&' + location.search.slice(1));
            if (!answer.ok) {
                throw new Error(await answer.text());
            }
            this.known.set(number, await answer.json());
        }
        return this.known.get(number);
    }
}

const SPACE = DATA.space ? new Whole(DATA.space) : DATA.served ? new Served() : null;
