package shop;

final class CustomerChanged extends Changed<Customer> {}
