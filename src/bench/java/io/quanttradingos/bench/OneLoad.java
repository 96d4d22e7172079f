package io.quanttradingos.bench;

/** Loads one path of a service that runs already; for looking into it with a profiler. */
public final class OneLoad {
    private OneLoad() {}

    /** Arguments: port, method, path, body, connections, seconds. */
    public static void main(String[] arguments) throws InterruptedException {
        LoadClient client = new LoadClient(Integer.parseInt(arguments[0]), arguments[1], arguments[2], arguments[3]);
        System.out.println(client.run(Integer.parseInt(arguments[4]), Double.parseDouble(arguments[5])));
    }
}
