namespace Conference.Core.Rooms;

/// <summary>What became of the wish for a seat.</summary>
/// <param name="Door">Open: the seat is reserved, unless a limit was hit.</param>
/// <param name="Limit">The limit that was hit.</param>
public readonly record struct EntryAnswer(Door Door, int? Limit = null)
{
    /// <summary>Whether there is a seat.</summary>
    public bool IsReserved => Door == Door.Open && Limit is null;
}
