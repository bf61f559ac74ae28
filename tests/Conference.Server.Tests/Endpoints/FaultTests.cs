using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Endpoints;

public sealed class FaultTests : ServerTest
{
    [Fact]
    public async Task AFaultOfTheServerIsToldWithoutItsDetails()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "conference.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE Rooms RENAME TO Gone";
            await command.ExecuteNonQueryAsync();
        }

        using var response = await Ada.GetAsync(RoomPath);

        await response.AssertProblemAsync(500, "server_fault");
        Assert.DoesNotContain("Rooms", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
