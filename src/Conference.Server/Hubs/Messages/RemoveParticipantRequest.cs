namespace Conference.Server.Hubs.Messages;

/// <summary>Removes a participant.</summary>
/// <param name="To">The participant id.</param>
/// <param name="DeleteMessages">Whether what they wrote in this call is deleted for good.</param>
public sealed record RemoveParticipantRequest(string To, bool DeleteMessages = false);
