using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Conference.Data.Sqlite;

/// <summary>Lets <c>dotnet ef</c> make migrations without a server.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteConferenceDbContext>
{
    public SqliteConferenceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteConferenceDbContext>().UseSqlite("Data Source=:memory:").Options);
}
