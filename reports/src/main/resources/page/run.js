// A run: states and the steps between them. It begins as the run of a finding and may go on by hand.

class Run {
    /** finding: whose run it is; cells: the texts of the first state. */
    constructor(finding) {
        const trace = finding ? finding.trace : null;
        this.finding = finding;
        this.states = [trace ? trace.initial : null];
        this.steps = [];
        this.numbers = trace && trace.numbers ? [...trace.numbers] : [];
        for (const step of trace ? trace.steps : []) {
            this.steps.push(step);
            this.states.push({ ...this.states[this.states.length - 1], ...step.after });
        }
        this.given = this.steps.length; // so many steps are those of the finding; the rest was chosen
        this.chosen = [];
    }

    /** Goes on by hand after so many steps: what came later is no longer part of it. */
    choose(at, position, move, node) {
        const walked = new Run(this.finding);
        walked.given = Math.min(this.given, at);
        walked.chosen = [...this.chosen.slice(0, Math.max(0, at - this.given)), position];
        walked.steps = [...this.steps.slice(0, at), move.label];
        walked.states = [...this.states.slice(0, at + 1), node.cells];
        walked.numbers = [...this.numbers.slice(0, at + 1), node.number];
        return walked;
    }

    get length() {
        return this.steps.length;
    }

    get walked() {
        return this.chosen.length > 0;
    }

    before(number) {
        return this.states[number - 1];
    }

    /** The cells that a step changed. */
    changed(number) {
        return number === 0 ? [] : CELLS.filter(cell => this.states[number][cell] !== this.states[number - 1][cell]);
    }

    /** The step that gave a cell the value that it has before a step; 0 if it had it from the start. */
    writer(cell, number) {
        for (let at = number - 1; at > 0; at--) {
            if (this.states[at][cell] !== this.states[at - 1][cell]) {
                return at;
            }
        }
        return 0;
    }

    /** The tasks that act in the steps that are shown, in the order of the model. */
    actors(isShown) {
        return DATA.actors.filter(actor => this.steps.some((step, i) => step.actor === actor && isShown(i + 1)));
    }

    /** The steps that decide; all of them where nothing is known of that. */
    decisive() {
        const story = this.finding && this.finding.story;
        return !story || this.walked ? null : new Set(story.decisive);
    }

    folds() {
        const story = this.finding && this.finding.story;
        return !story || this.walked ? [] : story.folds;
    }

    /** Who waits after a step, of the run of the finding. */
    wait(actor, number) {
        return this.finding.waits.find(wait => wait.task === actor && number > wait.since
            && number <= (wait.until === undefined ? this.given : wait.until) && number <= this.given);
    }
}
