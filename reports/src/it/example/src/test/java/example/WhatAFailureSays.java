package example;

import static pagelife.reports.junit.PagelifeAssertions.assertHolds;

import pagelife.reports.ask.Ask;

/** No test: an assertion that fails, and what it says. */
public final class WhatAFailureSays {
    private WhatAFailureSays() {}

    /** Prints it. */
    public static void main(String[] args) {
        try {
            assertHolds(Ask.about(new Table()).variant("plain"));
        } catch (AssertionError e) {
            System.out.println(e.getMessage());
        }
    }
}
