package shop.customers;

abstract class Counting<C extends Create<Customer>> extends CreateHandler<Customer, C> {}
