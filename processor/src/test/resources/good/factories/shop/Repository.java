package shop;

interface Repository<T, K> {
    interface Listener {}
}
