namespace Conference.Server.Endpoints.Messages;

/// <summary><c>POST /api/rooms</c>: opens a room, whose host the caller becomes.</summary>
/// <param name="Title">At most 80 characters; empty or absent for an untitled room.</param>
public sealed record CreateRoomRequest(string? Title = null);
