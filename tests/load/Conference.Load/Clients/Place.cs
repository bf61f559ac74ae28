namespace Conference.Load.Clients;

/// <summary>Where a client sits: its number among all and the number of its room.</summary>
internal readonly record struct Place(int Index, int Room);
