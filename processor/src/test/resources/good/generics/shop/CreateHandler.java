package shop;

import io.neuroglia.handler.CommandHandler;
import java.util.List;

interface CreateHandler<E extends Entity, C extends Create<E>> extends CommandHandler<C, List<E>> {}
