namespace Conference.Server.Endpoints.Messages;

/// <summary><c>POST /api/rooms/{code}/host-link/use</c>: makes the caller a host. Any visitor who has the secret.</summary>
/// <param name="Secret">From behind the <c>#</c>; at most 128 characters.</param>
public sealed record UseHostLinkRequest(string Secret);
