using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Conference.Server.Tests.Telemetry;

public sealed class HealthTests : ServerTest
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task AServerThatIsWellSaysSo(string path)
    {
        var health = await Ada.ReadAsync<JsonElement>(path);

        Assert.Equal("healthy", health.GetProperty("status").GetString());
        Assert.Empty(health.GetProperty("faults").EnumerateObject());
    }

    [Fact]
    public async Task ALockedDatabaseIsTheReasonNotToBeReady()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "conference.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();

            using var ready = await Ada.GetAsync("/health/ready");
            using var live = await Ada.GetAsync("/health/live");

            Assert.Equal((503, 200), ((int)ready.StatusCode, (int)live.StatusCode));
            var fault = (await ready.ReadAsync<JsonElement>()).GetProperty("faults").GetProperty("database").GetString();
            Assert.Contains("locked", fault, StringComparison.Ordinal);
        }

        Assert.Equal("healthy", (await Ada.ReadAsync<JsonElement>("/health/ready")).GetProperty("status").GetString());
    }
}
