package io.quanttradingos.backtest.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every order of a run, in the order they were given, with what became of it: none is left out.
 *
 * <p>Held column by column and kept for the next run, so that an order allocates nothing once the columns are long
 * enough.
 */
@SuppressWarnings("EnumOrdinal") // a byte of a column, never kept
public final class OrderLog {
    private static final OrderType[] TYPES = OrderType.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final byte OPEN = (byte) OrderStatus.OPEN.ordinal();
    private static final byte DAY = 1;
    private static final byte REDUCE_ONLY = 2;
    private static final byte TRIGGERED = 4;
    private static final byte FITTING = 8;
    private static final byte BEGUN_WITHIN = 16;

    private int size;
    private int[] instrument = new int[64];
    private byte[] type = new byte[64];
    private byte[] status = new byte[64];
    private byte[] flags = new byte[64];
    private int[] submitted = new int[64];
    private int[] closed = new int[64];
    /** The order whose exits this belongs to; -1 for none. */
    private int[] parent = new int[64];

    private @Nullable Bracket[] bracket = new Bracket[64];
    private @Nullable String[] note = new String[64];
    private @Nullable String[] limitReason = new String[64];

    double[] shares = new double[64];
    double[] weight = new double[64];
    double[] limit = new double[64];
    double[] stop = new double[64];
    double[] trail = new double[64];
    /** The most shares that a validator allows; infinite where none does. */
    double[] most = new double[64];
    /** The first bar in which it may be filled. */
    int[] liveFrom = new int[64];

    private double[] filledShares = new double[64];
    private double[] price = new double[64];
    private double[] commission = new double[64];
    private double[] slippage = new double[64];

    OrderLog() {}

    void clear() {
        Arrays.fill(bracket, 0, size, null);
        Arrays.fill(note, 0, size, null);
        Arrays.fill(limitReason, 0, size, null);
        size = 0;
    }

    int add(int ofInstrument, OrderType ofType, double signedShares, double ofWeight, int bar) {
        int id = size++;
        if (id == instrument.length) {
            grow(id * 2);
        }
        instrument[id] = ofInstrument;
        type[id] = (byte) ofType.ordinal();
        status[id] = OPEN;
        flags[id] = 0;
        submitted[id] = bar;
        closed[id] = -1;
        parent[id] = -1;
        shares[id] = signedShares;
        weight[id] = ofWeight;
        limit[id] = Double.NaN;
        stop[id] = Double.NaN;
        trail[id] = Double.NaN;
        most[id] = Double.POSITIVE_INFINITY;
        liveFrom[id] = bar;
        filledShares[id] = 0;
        price[id] = Double.NaN;
        commission[id] = 0;
        slippage[id] = 0;
        return id;
    }

    private void grow(int length) {
        instrument = Arrays.copyOf(instrument, length);
        type = Arrays.copyOf(type, length);
        status = Arrays.copyOf(status, length);
        flags = Arrays.copyOf(flags, length);
        submitted = Arrays.copyOf(submitted, length);
        closed = Arrays.copyOf(closed, length);
        parent = Arrays.copyOf(parent, length);
        bracket = Arrays.copyOf(bracket, length);
        note = Arrays.copyOf(note, length);
        limitReason = Arrays.copyOf(limitReason, length);
        shares = Arrays.copyOf(shares, length);
        weight = Arrays.copyOf(weight, length);
        limit = Arrays.copyOf(limit, length);
        stop = Arrays.copyOf(stop, length);
        trail = Arrays.copyOf(trail, length);
        most = Arrays.copyOf(most, length);
        liveFrom = Arrays.copyOf(liveFrom, length);
        filledShares = Arrays.copyOf(filledShares, length);
        price = Arrays.copyOf(price, length);
        commission = Arrays.copyOf(commission, length);
        slippage = Arrays.copyOf(slippage, length);
    }

    void setDay(int id) {
        flags[id] |= DAY;
    }

    void setReduceOnly(int id) {
        flags[id] |= REDUCE_ONLY;
    }

    void setTriggered(int id) {
        flags[id] |= TRIGGERED;
    }

    void setBegunWithin(int id) {
        flags[id] |= BEGUN_WITHIN;
    }

    /** Makes an order for shares take fewer where the buying power does not allow them. */
    void setFitting(int id) {
        flags[id] |= FITTING;
    }

    /** Allows at most so many shares; the smallest such limit holds. */
    void limitTo(int id, double shares, @Nullable String reason) {
        if (shares < most[id]) {
            most[id] = shares;
            limitReason[id] = reason;
        }
    }

    void setBracket(int id, Bracket exits) {
        bracket[id] = exits;
    }

    void setParent(int id, int ofOrder) {
        parent[id] = ofOrder;
    }

    void close(int id, int bar, OrderStatus became, String why) {
        status[id] = (byte) became.ordinal();
        closed[id] = bar;
        remark(id, why);
    }

    void remark(int id, String why) {
        String before = note[id];
        note[id] = before == null ? why : before + "; " + why;
    }

    void fill(int id, int bar, double signedShares, double atPrice, double commissionPaid, double slippagePaid) {
        status[id] = (byte) OrderStatus.FILLED.ordinal();
        closed[id] = bar;
        filledShares[id] = signedShares;
        price[id] = atPrice;
        commission[id] = commissionPaid;
        slippage[id] = slippagePaid;
    }

    boolean isOpen(int id) {
        return status[id] == OPEN;
    }

    boolean isDay(int id) {
        return (flags[id] & DAY) != 0;
    }

    boolean isReduceOnly(int id) {
        return (flags[id] & REDUCE_ONLY) != 0;
    }

    boolean isTriggered(int id) {
        return (flags[id] & TRIGGERED) != 0;
    }

    boolean isFitting(int id) {
        return (flags[id] & FITTING) != 0;
    }

    /** Whether its shares are a share of the equity that is worked out at the fill. */
    boolean isWeighted(int id) {
        return Double.isNaN(shares[id]);
    }

    boolean isBuy(int id) {
        return shares[id] > 0;
    }

    /** Whether an exit began to work after the open of a bar. */
    boolean beganWithin(int id, int bar) {
        return liveFrom[id] == bar && (flags[id] & BEGUN_WITHIN) != 0;
    }

    @Nullable String limitReason(int id) {
        return limitReason[id];
    }

    int parent(int id) {
        return parent[id];
    }

    @Nullable Bracket bracket(int id) {
        return bracket[id];
    }

    /** The number of orders. */
    public int size() {
        return size;
    }

    public int instrument(int id) {
        return instrument[id];
    }

    public OrderType type(int id) {
        return TYPES[type[id]];
    }

    public OrderStatus status(int id) {
        return STATUSES[status[id]];
    }

    /**
     * Why it was not filled, or was filled for less than asked; null where it was filled as asked. Of an order that is
     * still open it says so once the run has ended.
     */
    public @Nullable String note(int id) {
        return note[id];
    }

    /** The bar at whose close it was given. */
    public int submittedBar(int id) {
        return submitted[id];
    }

    /** The bar that filled it; -1 where none did. */
    public int filledBar(int id) {
        return status(id) == OrderStatus.FILLED ? closed[id] : -1;
    }

    /** The bar in which, or at whose close, it stopped working, filled or not; -1 while it is open. */
    public int closedBar(int id) {
        return closed[id];
    }

    /** Signed shares asked for; NaN where they were left to the moment of the fill. */
    public double askedShares(int id) {
        return shares[id];
    }

    /** Signed share of the equity asked for; NaN where shares were. */
    public double askedWeight(int id) {
        return weight[id];
    }

    /** NaN where it has none. */
    public double limit(int id) {
        return limit[id];
    }

    /** The trigger, of a trailing stop the last one; NaN where it has none. */
    public double stop(int id) {
        return stop[id];
    }

    /** Signed; 0 where it was not filled. */
    public double filledShares(int id) {
        return filledShares[id];
    }

    /** With slippage; NaN where it was not filled. */
    public double price(int id) {
        return price[id];
    }

    /** In currency. */
    public double commission(int id) {
        return commission[id];
    }

    /** What half spread, slippage and impact cost, in currency. */
    public double slippage(int id) {
        return slippage[id];
    }
}
