namespace Conference.Server.Endpoints.Messages;

/// <summary><c>POST /api/rooms/{code}/link</c>: the room has a new link, and nothing is found by the old one. Hosts only.</summary>
/// <param name="Code">What is in the new link, with hyphens.</param>
public sealed record RoomLink(string Code);
