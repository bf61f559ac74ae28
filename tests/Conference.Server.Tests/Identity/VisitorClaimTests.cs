using System.Security.Claims;
using Conference.Server.Identity;

namespace Conference.Server.Tests.Identity;

/// <summary>What the server reads from a cookie that it has made.</summary>
public sealed class VisitorClaimTests
{
    private const string Authority = "https://login.example";
    private readonly Guid _id = Guid.NewGuid();
    private readonly Guid _former = Guid.NewGuid();

    [Fact]
    public void AGuestHasAnIdAndNothingElse()
    {
        var guest = VisitorExtensions.CreateVisitor(_id);

        Assert.Equal(_id, guest.GetVisitorId());
        Assert.Equal(_id, guest.FindVisitorId());
        Assert.Null(guest.FindFormerVisitorId());
        Assert.Null(guest.FindName());
        Assert.False(guest.IsPerson());
        Assert.False(guest.IsSignedInAt(Authority));
        Assert.Equal(_id.ToString("N"), guest.GetSession());
        Assert.True(guest.Identity!.IsAuthenticated);
    }

    [Fact]
    public void APersonIsSignedInWhereTheySignedInAndNowhereElse()
    {
        var person = Person(_former);

        Assert.Equal((_id, _former, "Ada"), (person.GetVisitorId(), person.FindFormerVisitorId(), person.FindName()));
        Assert.True(person.IsPerson());
        Assert.True(person.IsSignedInAt(Authority));
        Assert.False(person.IsSignedInAt("https://other.example"));
        Assert.False(person.IsSignedInAt(""));
        Assert.False(person.IsSignedInAt(null));
        Assert.Null(Person(null).FindFormerVisitorId());
    }

    [Fact]
    public void EachSignInIsASessionOfItsOwn()
    {
        var (first, second) = (Person(null), Person(null));

        Assert.Equal(first.GetSession(), first.GetSession());
        Assert.NotEqual(first.GetSession(), second.GetSession());
        Assert.NotEqual(first.GetSession(), _id.ToString("N"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    public void WhatIsNoIdIsNobody(string? id)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity(id is null ? [] : [new Claim("sub", id)], "visitor"));

        Assert.Null(user.FindVisitorId());
        Assert.Throws<InvalidOperationException>(() => user.GetVisitorId());
    }

    private ClaimsPrincipal Person(Guid? former) =>
        VisitorExtensions.CreatePerson(new SignedInPerson(_id, "Ada", Authority, former));
}
