package pagelife.reports.cli;

/** The {@code check} command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("pagelife " + Main.class.getPackage().getImplementationVersion());
    }
}
