package channelcert.contract;

/**
 * One operation of a contract, as its caller sees it.
 *
 * @param id the published name, for example {@code updatePrices}
 * @param path the path of the contract, from the root of the host
 * @param request type of the request body
 * @param answer type of the answer body; {@code Object} where the contract offers two
 */
public record Operation<Q, A>(String id, String path, Class<Q> request, Class<A> answer) {}
