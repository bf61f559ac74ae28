namespace Conference.Server.Endpoints.Messages;

/// <summary><c>PATCH /api/rooms/{code}</c>: changes the title for everybody. Hosts only.</summary>
/// <param name="Title">At most 80 characters; empty for an untitled room.</param>
public sealed record RenameRoomRequest(string Title);
