package shop;

class CheckPing extends Transparent<CheckPing.Ping> {
    @io.neuroglia.message.HandledElsewhere
    record Ping() implements Auditable<String> {}
}
