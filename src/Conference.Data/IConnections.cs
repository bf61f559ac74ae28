using System.Data.Common;

namespace Conference.Data;

/// <summary>Connections without EF Core, for what happens at every start: EF Core takes longer to get ready than all the rest.</summary>
internal interface IConnections
{
    /// <summary>A connection that promises the same as those of the contexts.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
