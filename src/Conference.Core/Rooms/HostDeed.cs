namespace Conference.Core.Rooms;

/// <summary>What a host did, for the record.</summary>
/// <param name="Host">Who.</param>
/// <param name="Target">To whom, as it was before; null when it concerns nobody in particular.</param>
public sealed record HostDeed(Participant Host, Participant? Target = null);
