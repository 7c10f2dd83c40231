package shop.customers;

record Customer(String name) implements Entity {}
