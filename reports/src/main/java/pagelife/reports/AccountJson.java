package pagelife.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import pagelife.specs.ledger.CountLedger;
import pagelife.specs.ledger.Holding;
import pagelife.specs.ledger.StuckWaiter;
import pagelife.specs.ledger.Wrong;

/** Ledgers and stuck waiters for programs: fields of a finding, left out where there is nothing to say. */
final class AccountJson {
    private AccountJson() {}

    static void write(JsonGenerator json, Account account) throws IOException {
        if (!account.stuck().isEmpty()) {
            json.writeArrayFieldStart("stuck");
            for (StuckWaiter stuck : account.stuck()) {
                stuck(json, stuck);
            }
            json.writeEndArray();
        }
        if (!account.ledgers().isEmpty()) {
            json.writeArrayFieldStart("ledgers");
            for (CountLedger ledger : account.ledgers()) {
                ledger(json, ledger);
            }
            json.writeEndArray();
        }
    }

    private static void stuck(JsonGenerator json, StuckWaiter stuck) throws IOException {
        json.writeStartObject();
        json.writeStringField("task", stuck.task());
        json.writeStringField("queue", stuck.queue());
        json.writeNumberField("asleep", stuck.asleep());
        json.writeStringField("cause", stuck.cause().name());
        json.writeNumberField("step", stuck.step());
        json.writeStringField("who", stuck.who());
        json.writeStringField("words", WaiterText.words(stuck));
        json.writeEndObject();
    }

    private static void ledger(JsonGenerator json, CountLedger ledger) throws IOException {
        json.writeStartObject();
        json.writeStringField("page", ledger.what().toString());
        json.writeNumberField("first", ledger.first());
        json.writeNumberField("last", ledger.last());
        json.writeArrayFieldStart("holdings");
        for (Holding held : ledger.holdings()) {
            json.writeStartObject();
            json.writeStringField("owner", held.owner().toString());
            json.writeNumberField("refs", held.refs());
            json.writeNumberField("since", held.since());
            if (held.until().isDefined()) {
                json.writeNumberField("until", held.until().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("wrongs");
        for (Wrong wrong : ledger.wrongs()) {
            json.writeStartObject();
            json.writeStringField("kind", wrong.kind().name());
            json.writeNumberField("step", wrong.step());
            json.writeStringField("who", wrong.who());
            json.writeNumberField("refs", wrong.refs());
            json.writeStringField("words", LedgerText.words(wrong));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
