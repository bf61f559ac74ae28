namespace Conference.Server.Endpoints.Messages;

/// <summary><c>POST /api/rooms/{code}/host-link</c>: a new link that makes another browser a host. Hosts only.</summary>
/// <param name="Secret">To be put behind the <c>#</c> of the room's link, where no server sees it. Shown once, good for one use.</param>
/// <param name="ExpiresAt">From when on it is void.</param>
public sealed record HostLink(string Secret, DateTimeOffset ExpiresAt);
