namespace Conference.Data;

/// <summary>The database before it is used.</summary>
public interface IConferenceDatabase
{
    /// <summary>Makes or upgrades it, and checks that what it is given lasts.</summary>
    /// <exception cref="StartException">It cannot be used; the message says why.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction and gives it up.</summary>
    /// <returns>Why that failed; null when it did not.</returns>
    Task<string?> FindFaultAsync(CancellationToken cancellationToken);
}
