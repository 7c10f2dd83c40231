package shop;

class CustomerProjection extends Projection<CustomerChanged> {}
